"""Program: the meeting as a day where time is height."""
