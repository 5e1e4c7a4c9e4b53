/** Every workflow that the worker offers, by the name of its type. */
export { appeal } from './appeal.workflow.ts';
export { cancellation } from './cancellation.workflow.ts';
export { change, changePart } from './change.workflow.ts';
export { registration } from './registration.workflow.ts';
export { transfer } from './transfer.workflow.ts';
