"""Other tools: thin bridges to them, each behind the extra that installs what it needs."""
