import type { Step } from '../../programme/playbooks/index.ts';

/** By it a step is found again where lines were added above it meanwhile. */
export function stepWords(step: Step): string {
  switch (step.kind) {
    case 'goal':
      return `goal ${step.title}`;
    case 'session':
      return `session ${step.topic}`;
    case 'playbook':
      return `playbook ${step.name}`;
    default:
      return `${step.kind} ${step.text}`;
  }
}
