"""Measurements of the engine, on text that is made here or taken from a folder; nothing in them is a test."""
