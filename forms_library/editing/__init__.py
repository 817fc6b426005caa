"""The admin's pages about the versions of a form: upload, look at, confirm, publish, withdraw."""
