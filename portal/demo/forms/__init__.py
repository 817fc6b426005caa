"""The demonstration's forms: described as data, drawn as PDF, DOCX or XLSX, and uploaded like anybody's.

What a description says about its places is also the truth that the machine's findings are compared with.
"""
