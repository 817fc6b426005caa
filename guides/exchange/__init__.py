"""Items in and out: lists of provinces, our own workbook, and what an import did."""
