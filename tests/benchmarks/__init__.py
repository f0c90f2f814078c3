"""Speeds, side by side with peers in the same run; never a limit in a test."""
