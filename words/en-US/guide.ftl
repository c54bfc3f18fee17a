# The CSV Formatting Guide: what each file of the state’s Data Import looks like. Headings and the state’s own words stay as the state has them.

guide-title = CSV Formatting Guide
guide-also = csv import data upload template columns format file spreadsheet epa
guide-lead = How each CSV file of the state’s Data Import is laid out: its columns in the state’s order, what they hold, and an example.
guide-loading = Opening the guide…
guide-search = Search files and columns
guide-files = Files
guide-none = No file fits “{ $text }”
guide-none-words = Titles, headings, and what a column holds are searched.
guide-found = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

# One file of the guide.
guide-licenses = For: { $licenses }
guide-columns = Columns
guide-column-number = No.
guide-column-heading = Heading
guide-column-holds = Holds
guide-column-needed = Needed
guide-column-limit = Limit
guide-column-example = Example
guide-rows = Rows
guide-notes = Good to know
guide-example = Example file
guide-example-copy = Copy the example
guide-template = Save template
guide-template-busy = Saving…
guide-print = Print
guide-print-this = This file
guide-print-all = All files
# Spelled out for screen readers, where a cell is empty.
guide-no-limit = No limit
guide-blank = Blank

# Whether a cell must be filled in. $column is a heading.
guide-needed-always = Always
guide-needed-never = May be blank
guide-needed-when-is = Where { $column } is { $word }
guide-needed-when-filled = Where { $column } is filled in
guide-needed-when-blank = Where { $column } is blank
guide-needed-when-above-zero = Where { $column } is above 0
guide-needed-when-reason-asks = Where the { $column } requires a note

# Limits of a cell.
guide-limit-letters = { $most ->
    [one] { $most } character at most
   *[other] { $most } characters at most
}
guide-limit-at-most = { NUMBER($most) } at most
guide-limit-together = { NUMBER($most) } at most for all rows of one record together

# How rows become records. $own and $key are headings.
guide-rows-single = Each row is one record.
guide-rows-but = Rows that differ only in { $own } are one record, and each of them adds its own to it. An amount counts once for the record, however many rows it has.
# Several headings: $before are all but the last, joined by commas.
guide-headings = { $before } and { $last }
guide-rows-together = Rows with the same { $key } are one record, and each of them adds its { $own }. Everything else must be the same in these rows.
guide-way-call = The state’s API takes each record as { $call }.
guide-way-transfer = In Trackside it is dropped into a drafted transfer, and becomes its packages.

# What a column holds.
guide-holds-plant-tag = Plant tag, 24 characters
guide-holds-plant-tags = Plant tags with “|” between them
guide-holds-new-plant-tag = Unused plant tag, 24 characters
guide-holds-package-tag = Package tag, 24 characters
guide-holds-new-package-tag = Unused package tag, 24 characters
guide-holds-plant-batch = Name of a plant batch
guide-holds-new-plant-batch = Name for a new plant batch
guide-holds-harvest = Name of a harvest
guide-holds-harvest-to-join = Name of a harvest, new or active
guide-holds-strain = Name of a strain
guide-holds-item = Name of an item
guide-holds-location = Name of a location
guide-holds-sublocation = Name of a sublocation
guide-holds-amount = Amount above 0
guide-holds-amount-or-zero = Amount, 0 or more
guide-holds-change = Amount, below 0 where it gets less
guide-holds-price = Dollars
guide-holds-unit = Unit of measure, such as Grams or Gallons
guide-holds-weight-unit = Unit of weight, such as Grams
guide-holds-day = Day, as { $iso } or { $us }
guide-holds-percentage = Percent, 0 to 100: 30, not 0.3
guide-holds-count = Whole number above 0
guide-holds-count-change = Whole number, below 0 where they get fewer
guide-holds-one-of = One of { $words }
guide-holds-waste-method = One of the state’s waste methods
guide-holds-waste-reason = One of the state’s waste reasons
guide-holds-adjustment-reason = One of the state’s adjustment reasons
guide-holds-yes-no = True or False; blank is False
guide-holds-license = License number
guide-holds-text = Text

# What a column means.
guide-means-plant = The plant.
guide-means-batch = The plant batch.
guide-means-package = The package.
guide-means-day = The day on which it was done, in California.
guide-means-patient = The patient it is for. California’s system has no patients: leave it blank.
guide-means-sublocation = The place within the location, where the license has sublocations.
guide-means-additive-type = What kind of additive it is.
guide-means-trade-name = The product’s name as it is sold.
guide-means-epa = The number on the label by which the EPA knows the product.
guide-means-supplier = Who sold the product.
guide-means-device = What it was applied with.
guide-means-total = How much was applied in all.
guide-means-unit = The unit of that amount.
guide-means-ingredient = An active ingredient of the product; each further one has a row of its own.
guide-means-percentage = How much of the product this ingredient is.
guide-means-change = By how much the package changes.
guide-means-batch-change = By how many plants the batch changes.
guide-means-adjustment-reason = Why it is adjusted.
guide-means-reason-note = What happened, in your own words.
guide-means-employee = The license of the employee who did it. The state’s API has no field for it.
guide-means-new-package = The tag that goes on the new package.
guide-means-package-location = Where the new package is kept.
guide-means-item = What is in the new package.
guide-means-package-unit = The unit in which the new package is weighed.
guide-means-package-count = How many plants go into the package.
guide-means-note = Anything to remember about the new package.
guide-means-production-batch = The production batch number, where the package is a production batch.
guide-means-trade-sample = Whether the new package is a trade sample.
guide-means-donation = Whether the new package is a donation.
guide-means-harvest = The harvest it comes from; each further one has a row of its own.
guide-means-harvest-weight = How much of that harvest goes into the package.
guide-means-cut-weight = The wet weight of what was cut.
guide-means-cut-count = How many plants the weight is of.
guide-means-drying-location = Where it dries.
guide-means-harvest-to-join = The harvest it goes into. Where it is blank, the state makes the name of the day and the location.
guide-means-move-location = Where the plant stands from then on.
guide-means-waste-method = How it was made unusable.
guide-means-mixed-material = What it was mixed with.
guide-means-waste-weight = How much was thrown away.
guide-means-waste-reason = Why there was waste.
guide-means-destroy-reason = Why they were destroyed.
guide-means-waste-location = The location whose plants the waste is from, where no plants are named.
guide-means-waste-plants = The plants the waste is from, where no location is named.
guide-means-destroy-count = How many plants of the batch were destroyed.
guide-means-growth-count = How many plants of the batch get a tag and grow on.
guide-means-starting-tag = The first plant’s tag; the others get the tags that follow it.
guide-means-growth-phase = The phase in which they grow on.
guide-means-growth-location = Where they stand from then on.
guide-means-source-plant = The plant they are taken from.
guide-means-plant-batch-type = Whether they are seeds or clones.
guide-means-new-batch = The name of the new plant batch.
guide-means-planting-count = How many plants the new batch has.
guide-means-strain = The strain of the new plant batch.
guide-means-batch-location = Where the new plant batch stands.
guide-means-source-package = The package they come from.
guide-means-taken = How much is taken out of the package.
guide-means-planted-day = The day on which they were planted, in California.
guide-means-unpackaged-day = The day on which they left the package, in California.
guide-means-split-count = How many plants go into the new batch.
guide-means-list-tag = A package that goes on the transfer.
guide-means-list-weight = What the package weighs with its wrapping.
guide-means-list-unit = The unit of the gross weight.
guide-means-list-price = The wholesale price of the whole package.

# What else to know of a file.
guide-note-total = A row’s amount is that plant’s alone: 5 gallons in the rows of 40 plants would be 200 gallons in the state’s books. Divide what was applied to all of them.
guide-note-points = An ingredient that is 30% of the product is 30. All ingredients of one application together are 100 at most.
guide-note-change = The quantity is the difference and not what is left: -2 where two are missing.
guide-note-yes-no = The state writes True and False.
guide-note-harvest = Plants with the same harvest name, day, and location go into one harvest. The same name on another day or in another location begins another harvest.
guide-note-manicured-twice = A plant can be manicured several times, also on one day. Each time has a row.
guide-note-waste-first = Record the waste of plants before you destroy them.
guide-note-tags-in-a-row = A row uses as many tags as it has plants, one after another from the starting tag. Leave no gap in them, and let the next row begin behind the last of them.
guide-note-no-vegetative = California tracks no vegetative phase: plants that get a tag are Flowering.
guide-note-like-mother-plants = The packaged plants leave their batch. The file Packages from Mother Plants has the same columns and leaves the batch as it is.
guide-note-like-immature-packages = The batch keeps its plants. The file Immature Plant Packages has the same columns and takes the plants out of their batch.
guide-note-no-mothers = California’s licenses have no mother plants as a rule; the state may refuse this file.
guide-note-batch-name = In California the name of a new plant batch is a plant tag that has not been used, and a batch has 100 plants at most.
guide-note-list-column = One column of tags is enough, whatever else stands beside it and in whatever order. It may be called Tag, Package Tag, Label, or UID. Without headings, the four columns stand in the order above.
guide-note-list-files = CSV, TXT, TSV, and XLSX files are read, and a list can be pasted.
guide-note-list-lines = What cannot be added, because it is no tag or the package cannot go, is listed with its line and the reason. The rest is added.

# The files: what each is called and what it is for.
guide-plant-additives = Plant Additives
guide-plant-additives-purpose = Records fertilizers, pesticides, and other additives applied to tagged plants.
guide-immature-plant-additives = Immature Plant Additives
guide-immature-plant-additives-purpose = Records fertilizers, pesticides, and other additives applied to plant batches.
guide-package-adjustments = Package Adjustments
guide-package-adjustments-purpose = Corrects the quantity of packages, with the reason.
guide-packages-from-harvests = Packages from Harvests
guide-packages-from-harvests-purpose = Makes packages from one or more harvests.
guide-harvest-plants = Harvest Plants
guide-harvest-plants-purpose = Records plants that were cut down, with their wet weight.
guide-manicure-plants = Manicure Plants
guide-manicure-plants-purpose = Records what was cut from plants that grow on.
guide-plant-locations = Plant Locations
guide-plant-locations-purpose = Moves tagged plants to another location.
guide-plant-waste = Plant Waste
guide-plant-waste-purpose = Records waste of tagged plants that grow on.
guide-immature-plant-waste = Immature Plant Waste
guide-immature-plant-waste-purpose = Records waste of plant batches that grow on.
guide-destroy-plants = Destroy Plants
guide-destroy-plants-purpose = Records tagged plants that were destroyed.
guide-destroy-immature-plants = Destroy Immature Plants
guide-destroy-immature-plants-purpose = Records plants of a plant batch that were destroyed.
guide-immature-plant-growth-phase = Immature Plant Growth Phase
guide-immature-plant-growth-phase-purpose = Gives plants of a plant batch a tag each and moves them to their next phase.
guide-immature-plant-packages = Immature Plant Packages
guide-immature-plant-packages-purpose = Makes packages of plants that leave their plant batch.
guide-packages-from-mother-plants = Packages from Mother Plants
guide-packages-from-mother-plants-purpose = Makes packages of clones or seeds of a batch of mother plants.
guide-packages-from-plants = Packages from Plants
guide-packages-from-plants-purpose = Makes packages of clones or seeds of a tagged plant.
guide-plantings-from-packages = Plantings from Packages
guide-plantings-from-packages-purpose = Makes plant batches of the clones or seeds in a package.
guide-plantings-from-plants = Plantings from Plants
guide-plantings-from-plants-purpose = Makes plant batches of clones or seeds of a tagged plant.
guide-plant-batch-adjustments = Plant Batch Adjustments
guide-plant-batch-adjustments-purpose = Corrects how many plants a plant batch has, with the reason.
guide-split-plantings = Split Plantings
guide-split-plantings-purpose = Makes a part of a plant batch a batch of its own.
guide-tag-list = Tags for a Transfer
guide-tag-list-purpose = Adds packages to a drafted transfer by their tags.
