import type { Commands } from '#bin/commands/command-line/run-command-line.ts';

/** The words of the command line, in the order of the help. */
export const commands: Commands = {
  local: async () => (await import('#bin/commands/local.ts')).local,
  replay: async () => (await import('#bin/commands/replay.ts')).replay,
  route: async () => (await import('#bin/commands/route.ts')).route,
  doctor: async () => (await import('#bin/commands/doctor.ts')).doctor,
  'secret set': async () => (await import('#bin/commands/secret-set.ts')).secretSet,
  'send-test': async () => (await import('#bin/commands/send-test.ts')).sendTest,
  mute: async () => (await import('#bin/commands/mute.ts')).mute,
  'mute list': async () => (await import('#bin/commands/mute-list.ts')).muteList,
  'mute end': async () => (await import('#bin/commands/mute-end.ts')).muteEnd,
  contacts: async () => (await import('#bin/commands/contacts.ts')).contacts,
  'contacts apply': async () => (await import('#bin/commands/contacts-apply.ts')).contactsApply,
  'cost plan': async () => (await import('#bin/commands/cost-plan.ts')).costPlan,
  'cost run': async () => (await import('#bin/commands/cost-run.ts')).costRun,
  'cost pull': async () => (await import('#bin/commands/cost-pull.ts')).costPull,
  estimate: async () => (await import('#bin/commands/estimate.ts')).estimate,
  'health entities': async () => (await import('#bin/commands/health-entities.ts')).healthEntities,
  'ecs status': async () => (await import('#bin/commands/ecs-status.ts')).ecsStatus,
  'tags report': async () => (await import('#bin/commands/tags-report.ts')).tagsReport,
  'tags rules': async () => (await import('#bin/commands/tags-rules.ts')).tagsRules,
  'tags prevent': async () => (await import('#bin/commands/tags-prevent.ts')).tagsPrevent,
  redrive: async () => (await import('#bin/commands/redrive.ts')).redrive,
};
