print(report(servers: 3, arrivalRate: 2.4, seed: 1))
