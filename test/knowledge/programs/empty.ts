const nothing: null = null;
process.exitCode = nothing ?? 0;
