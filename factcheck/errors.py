"""The errors a user can meet: each says what is wrong, where, and how to mend it, on one line."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of every error raised on purpose.

    what: the fault in a few words; where: the file, option or module at fault; fix: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        what = " ".join(what.split())  # which may quote a library, and that a document
        self.what, self.where, self.fix = what, where, fix
        super().__init__(what, where, fix)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.fix}" if self.fix else head


class UsageError(FactcheckError):
    """The command line or a call asks for something that cannot be done (exit status 2)."""


class ConfigError(FactcheckError):
    """The configuration file cannot be read or holds an unknown or wrong setting (exit status 2)."""


class DocumentError(FactcheckError):
    """One input could not be read; the others are checked all the same (exit status 3, or 2 if none is left)."""


class PluginError(FactcheckError):
    """A kind, rule, format or reader breaks its contract; `where` names the module."""
