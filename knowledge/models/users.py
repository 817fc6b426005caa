"""Staff accounts. Readers have none."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor, reviewer, translator or window clerk. What they may do comes from groups and page permissions."""
