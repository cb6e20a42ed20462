"""Settings: from `factcheck.toml`, or `[tool.factcheck]` in pyproject.toml, and from the command line.

The nearest of these files counts, looked for in the working folder and upwards. Keys are written with hyphens; an unknown
key or a wrong value is an error that says what was probably meant.
"""

from factcheck.config.find import OWN_FILE, SHARED_FILE, bytes_of_settings, find_settings
from factcheck.config.read import check_rule_names, read_day, settings_from
from factcheck.config.settings import FAIL_ON, Settings
from factcheck.config.validate import suggestion

__all__ = ["FAIL_ON", "OWN_FILE", "SHARED_FILE", "Settings", "bytes_of_settings", "check_rule_names", "find_settings", "read_day", "settings_from", "suggestion"]
