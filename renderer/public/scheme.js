// Runs before the first paint, so that a light screen does not start dark.
if (localStorage.getItem('gantry.scheme') === 'light') document.documentElement.dataset.mantineColorScheme = 'light';
