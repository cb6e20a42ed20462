"""The report formats: every other module in this folder is one."""
