// The least that an Electron can answer: what Keepwatch's own answer is measured beside.
process.stdout.write('nothing\n');
process.exit(0);
