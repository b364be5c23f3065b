//! Languages: direction, script, plural rules, CLDR names of months and days, upper-casing, digits and calendars.
