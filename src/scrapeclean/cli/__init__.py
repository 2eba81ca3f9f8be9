"""The command line: a shell over the library. `click` is imported here and nowhere else."""
