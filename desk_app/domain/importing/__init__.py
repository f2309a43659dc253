"""Reading published lists of procedures (danh mục TTHC) whatever their columns, and what they change."""
