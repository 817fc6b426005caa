import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0005_guidepage_change_weight'),
        ('knowledge', '0014_review'),
    ]

    operations = [
        migrations.RenameField(model_name='guidepage', old_name='reviewed_on', new_name='certified_on'),
        migrations.AddField(
            model_name='guidepage',
            name='certified_by_post',
            field=models.CharField(blank=True, max_length=200, verbose_name='certified by the post'),
        ),
        migrations.AddField(
            model_name='guidepage',
            name='change_reason',
            field=models.CharField(blank=True, help_text='Why the item is changed: a new rule, a shorter limit, a mistake. It is kept in the history and made public with the change. Not asked for when only slips of the pen are put right.', max_length=200, verbose_name='reason for this change'),
        ),
        migrations.AddField(
            model_name='guidepage',
            name='responsible_post',
            field=models.CharField(blank=True, help_text='The post that answers for this item, not the name of a person: 户政科科长. Readers see it.', max_length=200, verbose_name='responsible post'),
        ),
        migrations.AddField(
            model_name='guidepage',
            name='responsible_post_en',
            field=models.CharField(blank=True, help_text='The post that answers for this item, not the name of a person: 户政科科长. Readers see it.', max_length=200, null=True, verbose_name='responsible post'),
        ),
        migrations.AddField(
            model_name='guidepage',
            name='responsible_post_zh_hans',
            field=models.CharField(blank=True, help_text='The post that answers for this item, not the name of a person: 户政科科长. Readers see it.', max_length=200, null=True, verbose_name='responsible post'),
        ),
        migrations.AddField(
            model_name='guidepage',
            name='review_by',
            field=models.DateField(blank=True, null=True, verbose_name='to be reviewed by'),
        ),
        migrations.AlterField(
            model_name='guidepage',
            name='certified_on',
            field=models.DateField(blank=True, null=True, verbose_name='certified as correct on'),
        ),
        migrations.CreateModel(
            name='CertificationReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week', models.DateField()),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='knowledge.departmentpage')),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('department', 'week'), name='one_reminder_a_week')],
            },
        ),
    ]
