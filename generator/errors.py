"""Errors that a user can cause and mend: one family, one plain sentence each, exit status 1."""


class BriefingError(Exception):
    """Something about the input or the machine that the user can put right; the message names the file and the cure."""


class SourceError(BriefingError):
    """An article or its sidecar that cannot be read."""


class SettingsError(BriefingError):
    """A key of `briefing.yml` that is unknown or has a wrong value."""


class PipelineError(BriefingError):
    """A spaCy pipeline that cannot be loaded or lacks a layer."""
