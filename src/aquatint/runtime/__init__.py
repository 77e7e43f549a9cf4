"""Runs engines in worker processes and hands back their events.

===============  ====================================================================================
`local`          the runtime: accepts jobs, or refuses them; hands out tickets
`ticket`         a job and the caller's hold on it
`queue`          the waiting line, a pure data structure
`dispatch`       where waiting jobs meet idle workers
`station`        keeps one worker at work: start, jobs, loss, replacement
`process`        the server's end of one worker process
`worker`         the worker process itself
`job`            one picture from request to file, in a worker or in the command line
`inline`         the same without processes
`messages`       what server and workers say to each other; `framing`: as bytes
===============  ====================================================================================

Everything on the server's side runs on one event loop and never blocks it. A job moves so::

    submit -> Dispatcher -> Station -> (line) -> worker: perform -> (line) -> Station -> Job -> Ticket.events
"""
