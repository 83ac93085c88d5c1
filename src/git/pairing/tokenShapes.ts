/*
 * How the credentials of well-known services look, from their own documentation: they are shaped so that they can be
 * found. Where a service gives out others for trying only (Stripe's sk_test_), these are not among them.
 */
export const tokenShapes: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['GitHub token', /\bgh[opusr]_[A-Za-z0-9]{36,255}|\bgithub_pat_[A-Za-z0-9_]{50,255}/],
  ['GitLab token', /\bgl(?:pat|ptt|dt|rt|cbt|ft|soat)-[A-Za-z0-9_-]{20,255}/],
  ['AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['Slack token', /\bxox[abeoprs]-[0-9]{8,16}-[A-Za-z0-9-]{10,200}/],
  ['Slack webhook', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{20,30}/],
  ['Stripe key', /\b[sr]k_live_[A-Za-z0-9]{16,255}/],
  ['Google API key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['Google OAuth secret', /\bGOCSPX-[A-Za-z0-9_-]{28}/],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['PyPI token', /\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,255}/],
  ['SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/],
  ['DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{64}/],
  ['Shopify token', /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/],
  ['Hugging Face token', /\bhf_[A-Za-z0-9]{34}\b/],
  ['Atlassian token', /\bATATT3[A-Za-z0-9_=-]{50,255}/],
  ['API key', /\bsk-(?:proj|svcacct|ant)-[A-Za-z0-9_-]{32,255}|\bsk-[A-Za-z0-9]{48}\b/],
  ['Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{86}==/],
  ['signed token', /\beyJ[A-Za-z0-9_-]{16,4000}\.eyJ[A-Za-z0-9_-]{16,4000}\.[A-Za-z0-9_-]{30,1000}/],
];
