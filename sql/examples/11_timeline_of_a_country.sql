-- How many articles name Morocco, by month?
FROM timeline(country := 'MA', grain := 'month');
