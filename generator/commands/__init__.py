"""The subcommands of `briefing`, one module each: `configure(parser)` adds its arguments, `run` returns the exit status."""
