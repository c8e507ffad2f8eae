-- How many articles are about crime, law and justice, by week?
FROM timeline(topic := 'medtop:02000000', grain := 'week');
