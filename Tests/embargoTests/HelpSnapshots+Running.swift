/// The help of the commands that simulate, and of those for their results.
extension HelpSnapshots {
  static let run = #"""
    Usage: embargo run SCENARIO [OPTIONS]

    Simulates a scenario, writes its tables and prints the answer.

    Every future is lived through once without any action and once under each regime, with
    the same strokes of luck. The tables depend on the scenario and the options up to --set
    alone; a run that was broken off goes on with --resume and ends in the same bytes.

    Arguments:
      SCENARIO              the scenario file

    Options:
      --regimes LIST        regimes to compare, with commas between them: ids of the
                            scenario or presets (default: those of the scenario)
      --replications N      futures to simulate, in a sweep for each experiment (a whole
                            number from 1 to 10000000; default: the scenario's)
      --precision P         stops each experiment, from 256 replications on, when half the
                            95 % interval of both headline percentages is at most P of the
                            mean, or 0.05 points, under every regime; --replications is then
                            the most (otherwise 100,000)
      --per-draw M          futures that share one set of drawn parameters (a whole number
                            from 1 to 10000000; default: 1)
      --seed N              seed of every random number (a whole number from 0 to
                            9007199254740991; default: the scenario's)
      --set ADDRESS=VALUE   changes one entry of the scenario (may be repeated)
      --shard I/N           makes part I of N alone, for 'merge' to join; every part may be
                            made on another machine
      --jobs N              threads; changes no result (a whole number from 1 to 1024;
                            default: all cores)
      --out DIR             the folder for the tables (default: Results/NAME of the
                            scenario, of a sweep Results/NAME-sweep)
      --force               replaces what an earlier run left in the folder, and nothing
                            else
      --resume              goes on with a run that was broken off
      --format FORMAT       how to lay out the answer (table, csv or json; default: table)
      --quiet               writes problems alone to standard error
      --no-progress         shows no progress
      --progress-seconds S  writes a line of progress every S seconds, for programs and logs
                            (a number from 0 to 86400; default: a bar on a terminal,
                            otherwise a line every 10 seconds)
      -h, --help            prints this help

    Examples:
      embargo run Scenarios/june-2026-directive.json5
          The directive under each theory.
      embargo run Scenarios/june-2026-directive.json5 --replications 64 --out Results/try
          A first look, in a folder of its own.
      embargo run Scenarios/june-2026-directive.json5 --precision 2% --out Results/two-percent
          As many futures as it takes to know both headlines to 2 % of themselves.
      embargo run Scenarios/june-2026-directive.json5 --regimes output,weight \
          --set regulator.licensing_officers=200 --out Results/more-officers
          Two theories, with one assumption changed; 'list parameters' has the addresses.


    """#

  static let sweep = #"""
    Usage: embargo sweep SCENARIO [OPTIONS]

    Simulates a scenario at many points, into one set of tables.

    Every point is an experiment: the scenario with some of its numbers, or its regime,
    changed. All experiments share their futures (unless the seed itself is swept), so that
    two of them differ in what was swept and in nothing else. Any number of a scenario can
    be swept; 'list parameters' has the addresses. experiments.csv says what was swept, and
    every table begins with experiment_id.

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
      embargo sweep Scenarios/june-2026-directive.json5 --replications 50 \
          --vary regulator.licensing_officers=50:400 --samples 8
          One number, at eight values.
      embargo sweep Scenarios/june-2026-directive.json5 --replications 50 \
          --vary labs.anthropic.foreign_staff_share=0.1:0.45 \
          --levels regulator.licensing_officers=100,200 --sampling lhs --samples 100
          A hundred points that fill the space between two numbers.
      embargo sweep Scenarios/june-2026-directive.json5 --design sobol.csv --out Results/sobol
          The points of a file, as SALib, EMA Workbench or a spreadsheet write it.
      embargo sweep Scenarios/june-2026-directive.json5 --design sobol.csv --shard 2/8
          One of eight parts, each on its own machine; 'merge' joins them.


    """#

  static let merge = #"""
    Usage: embargo merge DIR... [OPTIONS]

    Joins the shards of a run or sweep into one result.

    Every byte of the result but runtime.json is what a run on one machine gives, in however
    many shards it was made and in whatever order they are named. Shards that are missing,
    named twice or of another run are all told, and nothing is written.

    Arguments:
      DIR                   the folders of the shards

    Options:
      --out DIR             the folder for the tables (default: Results/NAME of the
                            scenario)
      --force               replaces what an earlier run left in the folder, and nothing
                            else
      --format FORMAT       how to lay out the answer (table, csv or json; default: table)
      --quiet               writes problems alone to standard error
      --no-progress         shows no progress
      --progress-seconds S  writes a line of progress every S seconds, for programs and logs
                            (a number from 0 to 86400; default: a bar on a terminal,
                            otherwise a line every 10 seconds)
      -h, --help            prints this help

    Examples:
      embargo merge Results/june-2026-directive.shards/* --out Results/june-2026-directive
          All shards in a folder.
      embargo merge /node1/1-of-2 /node2/2-of-2 --out Results/joined --quiet
          From where two machines left them.


    """#
}
