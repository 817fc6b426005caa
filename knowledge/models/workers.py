"""Who does the tasks, and when the periodic ones were done."""

from django.db import models


class Worker(models.Model):
    """A process that does tasks. Its row goes with it when it ends; one that was killed leaves a row that is silent."""

    name = models.CharField(max_length=64, primary_key=True)  # as the tasks it has taken note it
    host = models.CharField(max_length=255)
    process = models.PositiveBigIntegerField()
    started_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True)  # for people to read; what counts is that beats grow
    beats = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        ordering = ["started_at"]

    def __str__(self) -> str:
        return f"{self.host} {self.process}"


class PeriodicJob(models.Model):
    """When a job was given to the workers last; all workers agree by this row on who does it."""

    name = models.CharField(max_length=200, primary_key=True)
    started_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
