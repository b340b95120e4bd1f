import { downloadScenarios } from '../../support/archive/downloadOutcomes.ts';
import type { Story } from '../story.ts';

const elsewhere = new Set(['download-gone', 'download-third-party']);

/** Nobody downloads here: the news of a backup is the same, whatever would become of its archive on the way. */
const alike: Story[] = downloadScenarios
  .filter(({ name }) => !elsewhere.has(name))
  .map(({ name }) => ({
    scenario: name,
    passes: 60,
    told: [[2.5, 'Acme: backup finished', 'Link works until tomorrow, 03:03', archiveOf(name)]],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'Link works until tomorrow, 03:03, 23 h left'],
  }));

function archiveOf(scenario: string): string {
  return scenario === 'download-leaves-folder'
    ? '../../..\\escaped.tar.gz'
    : 'acme_2026-11-20_03-03-13.tar.gz';
}

export const downloads: Story[] = [
  ...alike,
  {
    scenario: 'download-third-party',
    passes: 60,
    told: [
      [
        2.5,
        'Acme: backup finished',
        'Link to 127.0.0.1 works until tomorrow, 03:03',
        'acme_2026-11-20_03-03-13.tar.gz',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: ['Backup finished', 'The archive is on 127.0.0.1.', 'Link works until tomorrow, 03:03, 23 h left'],
  },
  {
    scenario: 'download-gone',
    passes: 60,
    told: [
      [
        2.5,
        'Acme: backup finished',
        'It is not in the portal’s list of backups: its archive may have been removed.',
        'Look at its backup page.',
      ],
    ],
    tooltips: ['Acme: first check', 'Acme: backup finished'],
    row: [
      'Backup finished',
      'It is not in the portal’s list of backups: its archive may have been removed.',
      'Look at its backup page.',
    ],
  },
];
