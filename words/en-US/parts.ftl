# What every dialog, notice, field and list is made of.

# The button of a question that leaves everything alone.
parts-keep = Keep it as it is
parts-copied = Copied
parts-copy-failed = Could not copy
parts-search-clear = Clear search
parts-details = Details

# What a notice is about, spoken for its symbol.
parts-notice-note = Note
parts-notice-done = Done
parts-notice-warning = Warning
parts-notice-problem = Problem

# Something that the page was not told in words.
parts-internal = Something in Trackside went wrong. Nothing was sent to the state and nothing is lost.
parts-internal-next = Try again. If it happens again, close Trackside and open it.

# Why an amount that somebody types cannot be read.
parts-amount-not-a-number = It is not a number.
parts-amount-commas = Its commas do not stand between thousands; write decimals with a point, such as 1234.5.
parts-amount-too-fine = It has more than six decimals or is too large.
parts-amount-two-meanings = Its comma can mean two things; write { $joined } or { $decimal }, whichever you mean.
parts-amount-money = It has a dollar sign.
parts-amount-unit = It has a unit; write the number alone.

# In a day or a time that nobody has filled in.
parts-when-day = mm/dd/yyyy
parts-when-time = --:-- --
