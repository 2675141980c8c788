StandardStreams.prepare()
leave(with: EmbargoProgram.run(Array(CommandLine.arguments.dropFirst())))
