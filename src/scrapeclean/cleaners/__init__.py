"""One cleaner a module; none imports another."""
