"""What others read: frozen pydantic models, the promise that `schemas/` writes down.

They are copies of the inner records, so that the engine can change without breaking a reader of reports.
"""
