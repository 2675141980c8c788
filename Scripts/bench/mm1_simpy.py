"""M/M/1 with arrival rate 0.9 and service rate 1 in SimPy, as its users write it: a process for
each customer and a resource. Prints nanoseconds of processor time a customer."""

import random
import sys
import time

import simpy

CUSTOMERS = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000


def customer(environment, server, times):
    arrival = environment.now
    with server.request() as request:
        yield request
        yield environment.timeout(random.expovariate(1.0))
    times.append(environment.now - arrival)


def arrivals(environment, server, times):
    for _ in range(CUSTOMERS):
        yield environment.timeout(random.expovariate(0.9))
        environment.process(customer(environment, server, times))


random.seed(1)
environment = simpy.Environment()
times = []
start = time.thread_time_ns()
environment.process(arrivals(environment, simpy.Resource(environment), times))
environment.run()
nanoseconds = time.thread_time_ns() - start
print(f"mm1_ns_per_object,{nanoseconds / len(times):.1f},ns")
print(f"mm1_mean_time_in_system,{sum(times) / len(times):.4f},service times")
