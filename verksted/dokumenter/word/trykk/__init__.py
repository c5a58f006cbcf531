"""Printed matter for the room: program, tables, signs, name tags, question sheets, attendance."""
