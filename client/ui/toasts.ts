/** Short notices that stay six seconds and are kept for the ticker. */
import { signal } from '@preact/signals';

export type ToastKind = 'offer' | 'care' | 'error' | 'fine';
export interface Toast {
  id: number;
  kind: ToastKind;
  text: string;
  action?: { label: string; press: () => void };
}

const STAY_MS = 6000;
const MOST = 4;
let next = 1;

export const toasts = signal<readonly Toast[]>([]);

export function dropToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

export function showToast(kind: ToastKind, text: string, action?: Toast['action']): void {
  const id = next++;
  toasts.value = [...toasts.value.filter((toast) => toast.text !== text), { id, kind, text, ...(action && { action }) }].slice(
    -MOST,
  );
  setTimeout(() => dropToast(id), STAY_MS);
}
