"""Contrasts over a store: some hundred articles read and counted at a time, summed by DuckDB, never all in memory."""
