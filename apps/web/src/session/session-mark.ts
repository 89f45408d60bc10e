const place = 'yangguang.session';

/** Whether somebody signed in from this browser: only then is the server asked who it is. Says nothing about whom. */
export function hasSessionMark(): boolean {
  return localStorage.getItem(place) === 'yes';
}

export function setSessionMark(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(place, 'yes');
  else localStorage.removeItem(place);
}
