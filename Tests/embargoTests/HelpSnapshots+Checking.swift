/// The help of the commands that check a result, or a run before it is begun.
extension HelpSnapshots {
  static let verify = #"""
    Usage: embargo verify DIR [OPTIONS]

    Makes a result again, in part or whole, and compares to the byte.

    Refuses a folder in which some file is no longer what the result's data package says.
    Then it makes everything that is said of the rows anew from the rows, and runs some of
    them again: spread over all experiments, the first and the last among them, and the same
    ones whenever the same number is asked for. It needs no scenario file, since a result
    holds what it was made from. Takes the folder of a shard, too.

    Every difference is told with its file, its row, its column, both values and the command
    that runs the row again; then the exit code is 65.

    Arguments:
      DIR                   the folder of a finished result or shard

    Options:
      --rows N              replications to run again (a whole number from 1 to 10000000;
                            default: 20)
      --all                 runs every replication again, and makes the timeline of them
      --jobs N              threads; changes no result (a whole number from 1 to 1024;
                            default: all cores)
      --quiet               writes problems alone to standard error
      --no-progress         shows no progress
      --progress-seconds S  writes a line of progress every S seconds, for programs and logs
                            (a number from 0 to 86400; default: a bar on a terminal,
                            otherwise a line every 10 seconds)
      -h, --help            prints this help

    Examples:
      embargo verify Results/june-2026-directive
          Twenty futures run again, and all that is said of all of them.
      embargo verify Results/june-2026-directive --all
          Every future, and the timeline.


    """#

  static let plan = #"""
    Usage: embargo plan SCENARIO [OPTIONS]

    Says what a run will take in time, memory and disk, before it is begun.

    Takes the options of 'run' and 'sweep', so that a command line can be planned by its
    first word, and reads and checks the same inputs. Then a few seconds of sampled
    replications, on as many threads, tell what all of them will take here, and a few files
    in the folder for temporary ones what the tables will. Rows are counted, all else is
    estimated: on a machine that is as busy as now, the figures are right to about a third.

    Arguments:
      SCENARIO                 the scenario file

    Options:
      --vary ADDRESS=LOW:HIGH  varies a number within a range (may be repeated)
      --levels ADDRESS=A,B,C   gives a number these values (may be repeated)
      --sampling METHOD        grid: every combination; lhs: a Latin hypercube; random:
                               independent points (grid, lhs or random; default: grid)
      --samples N              grid: values of each range; lhs, random: points, without a
                               default (a whole number from 1 to 1000000; default: 5 in a
                               grid)
      --design FILE            reads the points from a CSV file with a header of addresses
      --timeline               follows the series of timeline.csv too, in the first 200
                               replications
      --regimes LIST           regimes to compare, with commas between them: ids of the
                               scenario or presets (default: those of the scenario)
      --replications N         futures to simulate, in a sweep for each experiment (a whole
                               number from 1 to 10000000; default: the scenario's)
      --precision P            stops each experiment, from 256 replications on, when half
                               the 95 % interval of both headline percentages is at most P
                               of the mean, or 0.05 points, under every regime;
                               --replications is then the most (otherwise 100,000)
      --per-draw M             futures that share one set of drawn parameters (a whole
                               number from 1 to 10000000; default: 1)
      --seed N                 seed of every random number (a whole number from 0 to
                               9007199254740991; default: the scenario's)
      --set ADDRESS=VALUE      changes one entry of the scenario (may be repeated)
      --shard I/N              makes part I of N alone, for 'merge' to join; every part may
                               be made on another machine
      --jobs N                 threads; changes no result (a whole number from 1 to 1024;
                               default: all cores)
      --out DIR                the folder for the tables (default: Results/NAME of the
                               scenario, of a sweep Results/NAME-sweep)
      --force                  replaces what an earlier run left in the folder, and nothing
                               else
      --resume                 goes on with a run that was broken off
      --format FORMAT          how to lay out the answer (table, csv or json; default:
                               table)
      --quiet                  writes problems alone to standard error
      --no-progress            shows no progress
      --progress-seconds S     writes a line of progress every S seconds, for programs and
                               logs (a number from 0 to 86400; default: a bar on a terminal,
                               otherwise a line every 10 seconds)
      -h, --help               prints this help

    Examples:
      embargo plan Scenarios/june-2026-directive.json5 --replications 100000
          Whether a large run fits into a night, and on the disk.
      embargo plan Scenarios/june-2026-directive.json5 --replications 50 \
          --vary regulator.licensing_officers=50:400 --samples 200
          The same for a sweep.
      embargo plan Scenarios/june-2026-directive.json5 --precision 1% --jobs 8 --format json
          About how many futures a goal will ask for, as figures for a script.


    """#

  static let backtest = #"""
    Usage: embargo backtest [OPTIONS]

    Scores the relief of orders on dated cases of the past.

    Each case is lived through many times in a stand-in scenario, given nothing but its day,
    its hook, when it binds, whether a service of the whole public stops, and whether those
    it hits sue. The routes of relief are fitted to the other cases, and so are the
    baselines: a lognormal with censoring, a constant hazard, and a constant hazard for each
    kind of case. Predictions of days to the first relief and to the end of the measure are
    scored up to the scenario's horizon; lower scores are better.

    A case whose course the file leaves blank is predicted and not scored. The article
    DatedCases of Sources/Experiments says how to read the result, and what so few cases
    cannot tell.

    Options:
      --cases FILE          the dated cases (default: Scenarios/history/cases.json)
      --scenario FILE       the stand-in scenario (default:
                            Scenarios/history/stand-in.json5)
      --replications N      histories for each case (a whole number from 100 to 1000000;
                            default: the scenario's)
      --seed N              seed of every random number (a whole number from 0 to
                            9007199254740991; default: the scenario's)
      --prior-ratio R       a factor for the days believed before any case (a number from
                            0.01 to 100; default: 1)
      --out DIR             the folder for the tables (default: no tables)
      --force               replaces what an earlier run left in the folder, and nothing
                            else
      --jobs N              threads; changes no result (a whole number from 1 to 1024;
                            default: all cores)
      --format FORMAT       how to lay out the answer (table, csv or json; default: table)
      --quiet               writes problems alone to standard error
      --no-progress         shows no progress
      --progress-seconds S  writes a line of progress every S seconds, for programs and logs
                            (a number from 0 to 86400; default: a bar on a terminal,
                            otherwise a line every 10 seconds)
      -h, --help            prints this help

    Examples:
      embargo backtest
          The nine cases that come with the program.
      embargo backtest --cases Scenarios/history/cases.json --out Results/backtest
          The same, with tables: backtest.csv, routes.csv and fits.csv.


    """#
}
