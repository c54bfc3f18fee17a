# Words of a laboratory’s samples and their tests.

lab-title = Lab Samples
lab-grid = Lab samples
lab-search = Search samples
lab-open = Open the tests
lab-none = No lab samples
lab-none-words = Samples appear here once the state lists them at this laboratory.
lab-no-laboratory = None of the licenses shown is a laboratory
lab-no-laboratory-words = Choose a testing laboratory in the license switcher to see its samples.

# The tests of one sample, beside the grid.
lab-tests = Tests of { $tag }
lab-tests-close = Close the tests (Escape)
lab-tests-passed = { $tests ->
    [one] { $tests } test, none failed
   *[other] { $tests } tests, none failed
}
lab-tests-failed = { NUMBER($failed) } of { $tests ->
    [one] { $tests } test did not pass
   *[other] { $tests } tests did not pass
}
lab-tests-find = Find a test
lab-tests-reading = Reading the tests…
lab-tests-not-found = No test has “{ $search }” in it.
lab-tests-none = The state has no test of this sample yet.
lab-column-test = Test
lab-column-level = Level
lab-column-result = Result
lab-informational = For information only
