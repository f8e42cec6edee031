"""The doors: the REST service and the command line."""
