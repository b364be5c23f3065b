agency_license = Terms of use
agency_license_hint = The address of the page that says under which terms your content may be used. Search engines and other programs read it.
agency_acquire_license = Where to ask for a licence
agency_acquire_license_hint = Without an address of its own it is the form for letters.
