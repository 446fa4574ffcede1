/** Ends with 0 when the process in this container can do its work. */
const port = process.env.PORT || '3000';
const ready = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4_000) }).then(({ ok }) => ok, () => false);
process.exit(ready ? 0 : 1);
