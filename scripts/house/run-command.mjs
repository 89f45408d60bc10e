import { spawn } from 'node:child_process';
import { root } from './list-sources.mjs';

/**
 * Runs a program of the workshop in the project's root and collects what it prints (stdout and stderr in
 * order of arrival). Never rejects: a program that cannot be started counts as failed.
 * @returns {Promise<{ok: boolean, text: string}>}
 */
export function runCommand(command, args, { show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const take = (chunk) => {
      text += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ ok: false, text: `${text}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, text }));
  });
}

/** Path of a tool installed with the project, such as `biome`. */
export const tool = (name) => `${root}/node_modules/.bin/${name}`;
