"""Documents: menus, recipes, tables, calendars, certificates, tickets, slides and other sheets of set words."""
