import { enableCompileCache } from 'node:module';

// Must come before the program's own imports: from the second start on they are neither stripped nor compiled again.
enableCompileCache();
await import('./run-triage.ts');
